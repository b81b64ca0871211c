import { Video } from '@tarojs/components';
import type { FilmOf } from '../film.ts';

export const Film: FilmOf = ({ src, from = 0, className = '' }) => (
  <Video className={className} src={src} initialTime={from} autoplay controls objectFit="cover" />
);
