import { packageTemplate } from './template-package.ts';
import { templateProblems } from './template.ts';
import { schemaProblems } from './template-schema.ts';
import { referenceProblems } from './template-references.ts';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
let t=performance.now(); const lap=(n:string)=>{console.log(n,performance.now()-t);t=performance.now();};
const p = await packageTemplate('/work/main'); lap('package');
const spec = await loadAwsServiceSpec(); lap('load');
schemaProblems(spec,p); lap('schema'); referenceProblems(spec,p); lap('refs'); templateProblems(spec,p); lap('all');templateProblems(spec,p); lap('all');
