import type { ReactElement } from 'react';

/** A recording with a picture, playing at once from that second, with the client's own controls. */
export type FilmOf = (props: { src: string; label: string; from?: number; className?: string }) => ReactElement;
