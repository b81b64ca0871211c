/** The client's own object, which Taro leaves reachable. */
declare const wx: object;
