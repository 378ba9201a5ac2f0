interface Address {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
}

/** Which methods each address knows: asked only when nothing was found. */
export class AddressBook {
  private readonly addresses: Address[] = [];

  /** `url` as the router reads it: `/v1/requests/:id`. */
  add(url: string, methods: string | readonly string[]): void {
    const pattern = url
      .split('/')
      .map((segment) =>
        segment.startsWith(':') ? '[^/]+' : segment.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`),
      )
      .map((segment) => segment.replace('*', '.*'));
    this.addresses.push({ pattern: new RegExp(`^${pattern.join('/')}$`), methods: [methods].flat() });
  }

  methodsAt(path: string): readonly string[] {
    const found = this.addresses
      .filter(({ pattern }) => pattern.test(path))
      .flatMap(({ methods }) => methods);
    return [...new Set(found)].sort();
  }
}
