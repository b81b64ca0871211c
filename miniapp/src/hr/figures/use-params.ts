import { useRouter } from '@tarojs/taro';

/** Of the address this page was opened with. WeChat hands them over as they were written, and so does Taro's own way from page to page. */
export function useParams(): Partial<Record<string, string>> {
  const { params } = useRouter();
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decoded(value ?? '')]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
