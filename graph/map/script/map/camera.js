// How the reader moves the map: vis-network pans, zooms and takes touches.

/** @typedef {import("./names.js").Frame} Frame */
/** @typedef {import("./scene.js").Spot} Spot */
/** @typedef {CanvasRenderingContext2D} Context */
/**
 * `under`, `dot` and `over` draw, in this order; `click` hears where in the window; `resized` comes
 * when the window has another size and the reader has not moved the map, `moved` when he does.
 * @typedef {{under: (context: Context) => void, dot: (context: Context, id: number) => void,
 *   over: (context: Context) => void, click: (at: {x: number, y: number}) => void,
 *   resized: () => void, moved: () => void}} CameraActions
 */

const ZOOM = { least: 0.1, most: 4 };
const TEXT_SIZE = 16;

const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * @param {HTMLElement} box
 * @param {CameraActions} actions
 */
export function openCamera(box, actions) {
  let moved = false;
  // Asked of the page once a change, not once a frame: it makes the browser lay the page out.
  let size = { width: box.clientWidth, height: box.clientHeight, letters: 1 };

  // @ts-ignore: the script that PyVis ships has no types
  const network = new vis.Network(
    box,
    { nodes: [], edges: [] },
    {
      physics: { enabled: false },
      layout: { improvedLayout: false },
      nodes: { shape: "custom", ctxRenderer: dotRenderer, chosen: false, fixed: true },
      interaction: { dragNodes: false, selectable: false, hover: false, zoomSpeed: 0.6 },
    },
  );
  // Keys walk through the tree instead.
  for (const part of box.querySelectorAll("[tabindex]")) part.removeAttribute("tabindex");

  /** @param {{ctx: Context, id: number}} asked */
  function dotRenderer({ ctx, id }) {
    return { drawNode: () => actions.dot(ctx, id), nodeDimensions: { width: 12, height: 12 } };
  }

  network.on("beforeDrawing", actions.under);
  network.on("afterDrawing", actions.over);
  network.on("click", (/** @type {{event: {center: {x: number, y: number}}}} */ { event }) =>
    actions.click(event.center),
  );
  network.on("dragStart", byHand);
  network.on("zoom", () => {
    byHand();
    const allowed = within(network.getScale());
    if (allowed !== network.getScale()) network.moveTo({ scale: allowed });
  });
  // After the engine, which puts back its own idea of the view when it has told of the new size.
  network.on("resize", () =>
    requestAnimationFrame(() => {
      measure();
      if (moved) network.redraw();
      else actions.resized();
    }),
  );

  function byHand() {
    moved = true;
    actions.moved();
  }

  function measure() {
    const letters = parseFloat(getComputedStyle(document.documentElement).fontSize) / TEXT_SIZE;
    size = { width: box.clientWidth, height: box.clientHeight, letters: Math.max(letters, 1) };
  }

  /** @returns {Frame} */
  function view() {
    const { x, y } = network.getViewPosition();
    return { scale: network.getScale(), x, y, ...size };
  }

  /** @param {number} factor */
  function zoomBy(factor) {
    byHand();
    network.moveTo({ scale: within(network.getScale() * factor), animation: glide() });
  }

  /**
   * To another place at once, as if it had always been there.
   * @param {Frame} to
   */
  function jump({ x, y, scale }) {
    network.moveTo({ position: { x, y }, scale });
    moved = false;
  }

  /**
   * To another place, so that the reader sees the way; it stays there when the window is resized.
   * @param {Frame} to
   */
  function glideTo({ x, y, scale }) {
    moved = true;
    network.moveTo({ position: { x, y }, scale, animation: glide() });
  }

  /**
   * Other dots; the view stays.
   * @param {Spot[]} spots
   */
  function setSpots(spots) {
    const { x, y, scale } = view();
    measure();
    network.setData({
      nodes: spots.map((spot) => ({ id: spot.id, x: spot.x, y: spot.y })),
      edges: [],
    });
    network.moveTo({ position: { x, y }, scale });
  }

  const redraw = () => network.redraw();
  return { view, zoomBy, jump, glideTo, setSpots, redraw, isMoved: () => moved };
}

/** @param {number} scale */
export function within(scale) {
  return Math.min(Math.max(scale, ZOOM.least), ZOOM.most);
}

function glide() {
  return reducedMotion.matches ? false : { duration: 260, easingFunction: "easeInOutQuad" };
}
