import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { language } from '../copy.ts';

/** Pages are titled in Chinese when built; another language is set on arrival. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    if (language !== 'zh') void Taro.setNavigationBarTitle({ title });
  }, [title]);
}
