declare module '*.scss';
declare module '*.png' {
  const url: string;
  export default url;
}

declare namespace NodeJS {
  interface ProcessEnv {
    readonly NODE_ENV: 'development' | 'production';
    readonly TARO_ENV: 'weapp' | 'h5';
    /** Origin of the API, compiled in; empty in h5, where it is the origin of the page. */
    readonly TARO_APP_API: string;
  }
}

declare const process: { readonly env: NodeJS.ProcessEnv };
