/** The form of a file by its name: browsers do not agree on what they call it. */
const forms = [
  ['.csv', 'text/csv'],
  ['.ndjson', 'application/x-ndjson'],
  ['.jsonl', 'application/x-ndjson'],
  ['.json', 'application/json'],
] as const;

export const FILE_ENDINGS = forms.map(([ending]) => ending).join(',');

/** The file under the media type that the service takes; CSV where the name says nothing. */
export function asHandedIn(file: File): Blob {
  const name = file.name.toLowerCase();
  const [, type = 'text/csv'] = forms.find(([ending]) => name.endsWith(ending)) ?? [];
  return new Blob([file], { type });
}
