// Lists as they are needed: by what their items have in common, without what is missing.

/**
 * Items by key, keys in the order they first come; Map.groupBy is younger than readers' browsers.
 * @template Item, Key @param {Iterable<Item>} items @param {(item: Item) => Key} keyOf
 * @returns {Map<Key, Item[]>} keys in the order they first come
 */
export function grouped(items, keyOf) {
  /** @type {Map<Key, Item[]>} */
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * The items that are there.
 * @template Item @param {(Item|null|undefined)[]} items
 * @returns {Item[]}
 */
export function present(items) {
  return /** @type {Item[]} */ (items.filter((item) => item !== null && item !== undefined));
}
