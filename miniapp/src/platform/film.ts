import type { ReactElement } from 'react';

/** A recording with a picture, playing at once, with the client's own controls. */
export type FilmOf = (props: { src: string; label: string; className?: string }) => ReactElement;
