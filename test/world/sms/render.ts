import { textOf } from '../provider/serve.ts';

export type SmsError = { Code: string; Message: string };

/** `text` has its variables by position, from 1: `您好{1},…`. */
export type SmsTemplate = { id: string; text: string };

const contentLimit = 500;
const urlLike = /https?:\/\/|www\.|\b[a-z0-9-]+\.(com|cn|net|org)\b/i;

/** The SMS as its reader sees it, the sign first, or the code Tencent refuses it with. */
export function renderSms({
  template,
  sign,
  params,
}: {
  template: SmsTemplate;
  sign: string;
  params: unknown[];
}): { text: string } | { error: SmsError } {
  const places = new Set([...template.text.matchAll(/\{(\d+)\}/g)].map(([, place]) => Number(place)));
  if (params.length !== places.size || params.some((param) => typeof param !== 'string')) {
    return refused(
      'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
      'request content does not match the template content',
    );
  }
  if (params.some((param) => urlLike.test(textOf(param)))) {
    return refused(
      'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter',
      'URL is prohibited in the template parameter',
    );
  }
  const body = template.text.replace(/\{(\d+)\}/g, (_, place: string) => textOf(params[Number(place) - 1]));
  const text = `【${sign}】${body}`;
  if ([...text].length > contentLimit) {
    return refused('InvalidParameterValue.ContentLengthLimit', 'the SMS content is too long');
  }
  return { text };
}

const refused = (Code: string, Message: string): { error: SmsError } => ({
  error: { Code, Message },
});
