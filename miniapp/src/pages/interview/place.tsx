import { View } from '@tarojs/components';
import { placeNames } from './use-reading-place.ts';

/** Where the conversation can be scrolled to. */
export function Place({ name }: { name: string }) {
  const [one, other] = placeNames(name);
  return (
    <>
      <View id={one} className="room__place" />
      <View id={other} className="room__place" />
    </>
  );
}
