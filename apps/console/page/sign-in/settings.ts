/** What whoever serves the page tells it; the form is that of libs/page. */
export interface PageSettings {
  readonly signIn:
    | { readonly kind: 'officers' }
    | {
        readonly kind: 'provider';
        readonly issuer: string;
        readonly clientId: string;
        readonly scope: string;
        readonly resource?: string;
      }
    | { readonly kind: 'token' };
}

export type Provider = Extract<PageSettings['signIn'], { readonly kind: 'provider' }>;

export async function readSettings(): Promise<PageSettings> {
  const answer = await fetch('/settings.json');
  if (!answer.ok) throw new Error(`/settings.json: ${answer.status}`);
  return answer.json();
}
