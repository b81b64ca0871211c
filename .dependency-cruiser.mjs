// The arrows of DESIGN §1. Two rules that need more than one edge (use cases among themselves, what reaches the
// mini-program at run time) stand in test/check/boundaries.ts.
const useCases = '^functions/(?!handlers/|adapters/|reactions/|ports/|http/)[^/]+/';
// How the product is served and put together: nothing below a handler knows it.
const assembly = '^functions/(adapters/|handlers/|(config|compose|routes)\\.ts$)';
const ports = '^functions/(ports/.+|(?!config|compose|routes)[^/]+)\\.ts$';
const testFile = '\\.test\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Arrows run one way. (Types may know each other.)',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import names something that is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'nothing-imports-test',
      comment: 'The product must not know its tests.',
      severity: 'error',
      from: { path: '^(shared|functions|miniapp)/', pathNot: testFile },
      to: { path: '^test/' },
    },
    {
      name: 'shared-is-closed',
      comment: 'shared/ is what the business is: it imports nothing but itself, zod and temporal-polyfill.',
      severity: 'error',
      from: { path: '^shared/', pathNot: ['^shared/analytics/', testFile] },
      to: { pathNot: ['^shared/', '^node_modules/(zod|temporal-polyfill)/'] },
    },
    {
      name: 'analytics-is-closed',
      comment: 'shared/analytics computes: beside shared/ it has two libraries of numbers.',
      severity: 'error',
      from: { path: '^shared/analytics/', pathNot: testFile },
      to: { pathNot: ['^shared/', '^node_modules/(simple-statistics|ml-matrix)/'] },
    },
    {
      name: 'only-analytics-computes',
      comment: 'What decides does not rest on what is learned from decisions.',
      severity: 'error',
      from: { path: '^shared/', pathNot: ['^shared/analytics/', testFile] },
      to: { path: '^shared/analytics/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'voluntary-data-apart',
      comment:
        'What candidates say of themselves is theirs, and the fairness pack reads it of all: nothing that scores, decides, foresees or shows people may.',
      severity: 'error',
      from: {
        path: '^(functions|shared|miniapp)/',
        pathNot: [
          '^functions/(voluntary/|learning/(said-of|learn)\\.ts$|ports/voluntary\\.ts$|adapters/dynamo/voluntary\\.ts$|compose\\.ts$)',
          testFile,
        ],
      },
      to: { path: '^functions/(ports|adapters/dynamo)/voluntary\\.ts$' },
    },
    {
      name: 'forecasts-judge-nobody',
      comment:
        'Whether somebody may not come is foreseen to help them; what scores, rules, reviews and decides never asks.',
      severity: 'error',
      from: {
        path: '^(shared/(evaluation|rules|messaging)/|functions/(evaluation|report|rule|application|workbench|delivery|interview|sync)/)',
        pathNot: testFile,
      },
      to: {
        path: '^(shared/analytics/(predict-no-show|no-show-facts|appointments|logistic|calibration)|functions/(learning/|ports/learning\\.ts))',
      },
    },
    {
      name: 'use-case-arrows',
      comment:
        'A use case imports shared/, ports and pieces beside it; never an adapter, a handler, config or compose.',
      severity: 'error',
      from: { path: useCases, pathNot: testFile },
      to: { path: [assembly, '^functions/reactions/', '^miniapp/'] },
    },
    {
      name: 'reaction-arrows',
      comment:
        'Reactions are like use cases: shared/, ports and pieces; never an adapter, a handler, config or compose.',
      severity: 'error',
      from: { path: '^functions/reactions/', pathNot: testFile },
      to: { path: [assembly, '^miniapp/'] },
    },
    {
      name: 'port-arrows',
      comment: 'Ports say what is needed: shared/ and other ports only.',
      severity: 'error',
      from: { path: '^functions/ports(/|\\.ts$)' },
      to: { path: '^(functions|miniapp)/', pathNot: ports },
    },
    {
      name: 'route-arrows',
      comment: 'The route table knows use cases, shared/ and ports; not how they are built or served.',
      severity: 'error',
      from: { path: '^functions/routes\\.ts$' },
      // What is composed may be named as a type: the table says which port goes into which use case.
      to: { path: assembly, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapter-arrows',
      comment: 'An adapter implements ports for the outside; it knows shared/ and ports, never the product above it.',
      severity: 'error',
      from: { path: '^functions/adapters/', pathNot: testFile },
      to: { path: '^(functions|miniapp)/', pathNot: ['^functions/adapters/', ports] },
    },
    {
      name: 'only-compose-builds-adapters',
      comment: 'compose.ts is the only builder of adapters; handlers may name one that belongs to their trigger.',
      severity: 'error',
      from: {
        path: '^(functions|shared|miniapp)/',
        pathNot: ['^functions/(compose\\.ts$|handlers/|adapters/)', testFile],
      },
      to: { path: '^functions/adapters/' },
    },
    {
      name: 'nobody-imports-handlers',
      comment: 'Handlers are the ends of the house: AWS and the local world call them.',
      severity: 'error',
      from: { path: '^(functions|shared|miniapp)/', pathNot: ['^functions/handlers/', testFile] },
      to: { path: '^functions/handlers/' },
    },
    {
      name: 'vendors-stay-in-adapters',
      comment: 'Use cases, reactions, routes and ports speak of the business, not of AWS or middy.',
      severity: 'error',
      from: {
        path: '^functions/',
        pathNot: ['^functions/(handlers|adapters|http)/', '^functions/compose\\.ts$', testFile],
      },
      to: { path: '^node_modules/(@aws-sdk|@smithy|@middy|@aws-lambda-powertools)/' },
    },
    {
      name: 'miniapp-contract-by-type',
      comment:
        'Contracts are imported as types (zod probes new Function, and weighs); contract/routes.ts is the zod-free list.',
      severity: 'error',
      from: { path: '^miniapp/' },
      to: { path: '^shared/contract/', pathNot: '^shared/contract/routes\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'miniapp-arrows',
      comment:
        'The mini-program knows shared/ and itself; scoring, rules and statistics are not shipped to candidates.',
      severity: 'error',
      from: { path: '^miniapp/src/' },
      to: { path: ['^functions/', '^shared/(evaluation|rules|analytics)/', '^node_modules/(zod|temporal-polyfill)/'] },
    },
    {
      name: 'no-node-in-miniapp',
      comment: 'There is no Node inside a phone.',
      severity: 'error',
      from: { path: '^miniapp/src/', pathNot: testFile },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-dev-dependency-in-product',
      comment: 'What ships may not stand on a development dependency.',
      severity: 'error',
      from: { path: '^(shared|functions|miniapp/src)/', pathNot: testFile },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'listed-dependencies-only',
      comment: 'A package that package.json does not list is there by luck.',
      severity: 'error',
      from: { path: '^(shared|functions|test)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|\\.swc)/' },
    tsPreCompilationDeps: 'specify',
    parser: 'tsc',
    tsConfig: { fileName: 'miniapp/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    skipAnalysisNotInRules: true,
  },
};
