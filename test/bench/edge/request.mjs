import { randomInt } from 'node:crypto';

const template = JSON.stringify({
  respondingState: 'USA',
  reference: 'CASE-2026-0314',
  priority: 'ROUTINE',
  regimes: ['ITI'],
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act, section 20: possession without a licence.',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  recoveredOn: '2026-03-14',
  recoveryPlace: 'Kingston',
  circumstances: 'Found in a search of a warehouse at the port, wrapped in oilcloth beneath a false floor. '
    .repeat(6)
    .trimEnd(),
  arm: {
    type: 'PISTOL_SELFLOADING',
    make: 'Unknown',
    calibre: '9x19',
    serial: { asObserved: 'AB {serial}', part: 'FRAME_RECEIVER', condition: 'INTACT' },
    importMarks: [{ country: 'JAM', year: 2019 }],
  },
});

/** The body of a request on the arm with this serial number: a desk seldom asks about the same arm twice. */
export const bodyOn = (serial) => template.replace('{serial}', serial);

/** No process begins where another one has been: to ask about an arm again costs more. */
let arms = randomInt(900_000_000);
/** Another arm each time, in as many bytes. */
export const nextBody = () => bodyOn(String((arms += 1)).padStart(9, '0'));

/** Where and with what headers the body goes. */
export const asked = ({ address, token }) => ({
  url: `${address}/v1/requests`,
  headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
});
