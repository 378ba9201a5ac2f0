import { text } from 'node:stream/consumers';
import { createConfig, lintFromString } from '@redocly/openapi-core';

/** Reads an OpenAPI document and prints what the recommended rules of Redocly find in it, as JSON. A process of its own: the linter is an ES module. */
const config = await createConfig({ extends: ['recommended'] });
const problems = await lintFromString({ source: await text(process.stdin), config });
console.log(
  JSON.stringify(
    problems.map(({ ruleId, severity, message, location: [{ pointer } = {}] }) => ({
      ruleId,
      severity,
      message,
      pointer,
    })),
  ),
);
