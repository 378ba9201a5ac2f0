export {
  type AnswerClass,
  type Ground,
  GROUNDS,
  ITI_22_GROUNDS,
  type Outcome,
  OUTCOMES,
} from '@vestigo/lifecycle';
