/** How somebody signs in at the page. */
export type SignIn =
  /** One of the demonstration officers is chosen; `/v1/sign-in` gives the token. Only on a local run. */
  | { readonly kind: 'officers' }
  /** At an identity provider: OpenID Connect, authorization code with PKCE (RFC 7636). */
  | {
      readonly kind: 'provider';
      readonly issuer: string;
      readonly clientId: string;
      readonly scope: string;
      /** For whom the access token is to be, where the provider has to be told (RFC 8707). */
      readonly resource?: string;
    }
  /** With an access token that an operator has handed out. */
  | { readonly kind: 'token' };

/** What the page is told by whoever serves it, at `/settings.json`. */
export interface PageSettings {
  readonly signIn: SignIn;
}
