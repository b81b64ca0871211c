/// <reference path="../../../../../miniapp/src/env.d.ts" />
