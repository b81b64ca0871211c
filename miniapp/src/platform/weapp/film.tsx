import { Video } from '@tarojs/components';
import type { FilmOf } from '../film.ts';

export const Film: FilmOf = ({ src, className = '' }) => (
  <Video className={className} src={src} autoplay controls objectFit="cover" />
);
