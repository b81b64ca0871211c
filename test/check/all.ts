import { addressCheck } from './addresses.ts';
import { advisoryCheck } from './advisories.ts';
import { boundaryCheck } from './boundaries.ts';
import type { Check } from './check.ts';
import { classCheck } from './classes.ts';
import { lengthCheck } from './length.ts';
import { licenceCheck } from './licences.ts';
import { chineseLiteralCheck } from './literals.ts';
import { pinCheck } from './pins.ts';
import { purityCheck } from './purity.ts';
import { runbookCheck } from './runbook.ts';
import { scenarioCheck } from './scenarios.ts';
import { templateCheck } from './template.ts';
import { deadCodeCheck, lintCheck, typeChecks } from './tools.ts';

/** Everything that reads the code without running it; the slowest first. */
export const allChecks = (root: string): Check[] => [
  ...typeChecks(root),
  templateCheck(root),
  boundaryCheck(root, ['shared', 'functions', 'miniapp', 'test']),
  deadCodeCheck(root),
  lintCheck(root),
  chineseLiteralCheck(root),
  purityCheck(root),
  addressCheck(root),
  classCheck(root),
  scenarioCheck(root),
  runbookCheck(root),
  pinCheck(root),
  licenceCheck(root),
  advisoryCheck(root),
  lengthCheck(root),
];
