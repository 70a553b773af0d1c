// Runs before a page's own scripts: hears when its picture stands still, counts frames and names.

(() => {
  const LONGEST = 120_000;
  const LONG_FRAME = 50;

  /** Milliseconds from the start of navigation, or null. */
  let tell;
  const firstView = new Promise((resolve) => (tell = resolve));
  setTimeout(() => tell(null), LONGEST);

  /** The second frame after: by then the one that was drawn has been handed over. */
  function drawn() {
    requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now())));
  }

  /** Hears of a global that the page sets, at the moment it does. */
  function hear(name, listen) {
    let value;
    Object.defineProperty(window, name, {
      configurable: true,
      get: () => value,
      set: (given) => {
        value = given;
        if (given) listen(given);
      },
    });
  }

  // Ours: once names have been drawn.
  hear("conceptMap", function wait(map) {
    if (map.drawn().names.length) drawn();
    else requestAnimationFrame(() => wait(map));
  });
  // PyVis: once vis-network has run the iterations after which it shows its picture.
  hear("network", (network) => {
    for (const event of ["stabilizationIterationsDone", "stabilized"]) network.once(event, drawn);
  });
  // sigma: draws in its constructor.
  hear("renderer", drawn);

  /** A name's size and box in the pixels of the window, from each kind of page. */
  const context = document.createElement("canvas").getContext("2d");

  function boxed(text, font, size, left, middle, centred) {
    context.font = `${size}px ${font}`;
    const wide = context.measureText(text).width;
    const start = centred ? left - wide / 2 : left;
    return { size, box: [start, middle - size / 2, start + wide, middle + size / 2] };
  }

  const kinds = {
    conceptMap: () => window.conceptMap.drawn().names,
    network: () => {
      const { network } = window;
      const [left, top] = area();
      const size = 14 * network.getScale();
      return Object.entries(network.getPositions()).map(([id, position]) => {
        const { x, y } = network.canvasToDOM(position);
        const { label } = network.body.nodes[id].options;
        return boxed(label, "arial", size, x + left, y + top, true);
      });
    },
    renderer: () => {
      const { renderer } = window;
      const { labelSize, labelFont } = renderer.getSettings();
      return [...renderer.getNodeDisplayedLabels()].map((key) => {
        const data = renderer.getNodeDisplayData(key);
        const { x, y } = renderer.framedGraphToViewport(data);
        return boxed(data.label, labelFont, labelSize, x + renderer.scaleSize(data.size) + 3, y);
      });
    },
  };

  /** How many names are at least 12 px high, whole in the map's window, and meet no other. */
  function readable() {
    const names = kinds[Object.keys(kinds).find((name) => window[name])]();
    const [left, top, wide, high] = area();
    const inside = ({ box }) =>
      box[0] >= left - 1 &&
      box[1] >= top - 1 &&
      box[2] <= left + wide + 1 &&
      box[3] <= top + high + 1;
    const meet = ({ box: a }, { box: b }) =>
      a[0] < b[2] && b[0] < a[2] && a[1] + 1 < b[3] && b[1] + 1 < a[3];
    return names.filter(
      (name) =>
        name.size >= 12 && inside(name) && !names.some((other) => other !== name && meet(name, other)),
    ).length;
  }

  /** What part of the picture is in the window, as text; null of a page without one. */
  function view() {
    const { conceptMap, network, renderer } = window;
    if (conceptMap) return JSON.stringify(conceptMap.drawn().view);
    if (network) return JSON.stringify([network.getScale(), network.getViewPosition()]);
    return renderer ? JSON.stringify(renderer.getCamera().getState()) : null;
  }

  /** Where the picture is in the window: left, top, width, height. */
  function area() {
    const picture = document.querySelector("#map, #mynetwork canvas, #graph");
    const { left, top, right, bottom } = picture.getBoundingClientRect();
    return [left, top, Math.min(right, innerWidth) - left, Math.min(bottom, innerHeight) - top];
  }

  let frames = null;

  function count() {
    const mine = (frames = [performance.now()]);
    const tick = () => {
      if (frames !== mine) return;
      frames.push(performance.now());
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  /** Frames a second since `count`, how many took longer than 50 ms, how many there were. */
  function counted() {
    const times = [...frames, performance.now()];
    frames = null;
    const gaps = times.slice(1).map((time, at) => time - times[at]);
    const seconds = (times[times.length - 1] - times[0]) / 1000;
    const count = times.length - 2;
    return [count / seconds, gaps.filter((gap) => gap > LONG_FRAME).length, count];
  }

  window.probe = { firstView, readable, view, area, count, counted };
})();
