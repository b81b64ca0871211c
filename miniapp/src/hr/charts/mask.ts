/**
 * A shape that CSS colours: WeChat has no SVG among its views, and a picture would not follow dark mode. Paths are in per cent
 * of the box, x to the right and y down; a stroke keeps its width however the box is stretched.
 */
type Mask = { WebkitMaskImage: string; maskImage: string };

const mask = (shape: string): Mask => {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100' preserveAspectRatio='none'>${shape}</svg>`;
  const image = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  return { WebkitMaskImage: image, maskImage: image };
};

export const filled = (path: string): Mask => mask(`<path d='${path}'/>`);

/** `width` in CSS pixels. */
export const stroked = (path: string, width: number, dashes = ''): Mask =>
  mask(
    `<path d='${path}' fill='none' stroke='#000' stroke-width='${width}' stroke-dasharray='${dashes}' stroke-linejoin='round' stroke-linecap='round' vector-effect='non-scaling-stroke'/>`,
  );
