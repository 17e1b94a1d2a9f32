import type { CompanyPerson, CompanyTeam, OnCallCover } from '../model';

function person(name: string, displayName: string): CompanyPerson {
  return {
    name,
    displayName,
    email: `${name}@lumenara.example`,
    login: `${name.replace('.', '-')}-lumenara`,
  };
}

function team(
  name: string,
  title: string,
  onCall: OnCallCover,
  members: string[],
): CompanyTeam {
  return { name, title, onCall, members };
}

/** Everybody of `examples/org/users.yaml` who works at Lumenara. */
export const demoPeople: CompanyPerson[] = [
  person('ines.duarte', 'Ines Duarte'),
  person('luca.ferrari', 'Luca Ferrari'),
  person('mei.tanaka', 'Mei Tanaka'),
  person('olu.adeyemi', 'Olu Adeyemi'),
  person('greta.lindqvist', 'Greta Lindqvist'),
  person('hana.novak', 'Hana Novak'),
  person('samir.haddad', 'Samir Haddad'),
  person('chloe.martin', 'Chloe Martin'),
  person('diego.ramos', 'Diego Ramos'),
  person('priya.raman', 'Priya Raman'),
  person('jonas.weber', 'Jonas Weber'),
  person('aiko.sato', 'Aiko Sato'),
  person('ben.okafor', 'Ben Okafor'),
  person('elena.petrova', 'Elena Petrova'),
  person('rafael.costa', 'Rafael Costa'),
  person('noor.rahman', 'Noor Rahman'),
  person('tomasz.wrona', 'Tomasz Wrona'),
  person('ida.holm', 'Ida Holm'),
  person('marco.bianchi', 'Marco Bianchi'),
  person('sofia.mendes', 'Sofia Mendes'),
  person('kwame.mensah', 'Kwame Mensah'),
  person('lena.fischer', 'Lena Fischer'),
  person('arjun.patel', 'Arjun Patel'),
  person('yara.saleh', 'Yara Saleh'),
  person('peter.novotny', 'Peter Novotny'),
  person('maya.cohen', 'Maya Cohen'),
  person('finn.larsen', 'Finn Larsen'),
  person('rosa.jimenez', 'Rosa Jimenez'),
  person('ewa.kowalska', 'Ewa Kowalska'),
  person('tariq.mansour', 'Tariq Mansour'),
  person('anders.berg', 'Anders Berg'),
  person('zoe.papadaki', 'Zoe Papadaki'),
  person('victor.ionescu', 'Victor Ionescu'),
  person('amina.diallo', 'Amina Diallo'),
  person('kai.nakamura', 'Kai Nakamura'),
  person('laura.schmid', 'Laura Schmid'),
  person('omar.farouk', 'Omar Farouk'),
];

/** The teams of `examples/org/groups.yaml`, and who answers for them at night. */
export const demoTeams: CompanyTeam[] = [
  team('payments-core', 'Payments core', 'full', [
    'ines.duarte',
    'luca.ferrari',
    'mei.tanaka',
  ]),
  team('payments-ops', 'Payments operations', 'one-level', [
    'olu.adeyemi',
    'greta.lindqvist',
  ]),
  team('risk', 'Risk', 'one-level', ['hana.novak']),
  team('checkout', 'Checkout', 'full', [
    'samir.haddad',
    'chloe.martin',
    'diego.ramos',
  ]),
  team('catalog', 'Catalog', 'full', ['priya.raman', 'jonas.weber']),
  team('catalog-tools', 'Catalog tools', 'none', []),
  team('discovery', 'Discovery', 'empty', ['aiko.sato', 'ben.okafor']),
  team('streaming', 'Streaming', 'full', [
    'elena.petrova',
    'rafael.costa',
    'noor.rahman',
  ]),
  team('media-pipeline', 'Media pipeline', 'one-level', [
    'tomasz.wrona',
    'ida.holm',
  ]),
  team('devices', 'Device cloud', 'full', [
    'marco.bianchi',
    'sofia.mendes',
    'kwame.mensah',
  ]),
  team('telemetry', 'Telemetry', 'one-level', ['lena.fischer', 'arjun.patel']),
  team('identity', 'Identity', 'full', ['yara.saleh', 'peter.novotny']),
  team('tenancy', 'Tenancy', 'full', [
    'maya.cohen',
    'finn.larsen',
    'rosa.jimenez',
  ]),
  team('messaging', 'Messaging', 'none', ['ewa.kowalska', 'tariq.mansour']),
  team('sre', 'Site reliability', 'full', ['anders.berg', 'zoe.papadaki']),
  team('platform-reliability', 'Platform reliability', 'none', [
    'anders.berg',
    'victor.ionescu',
    'amina.diallo',
  ]),
  team('data', 'Data', 'none', []),
  team('data-ingestion', 'Data ingestion', 'none', [
    'kai.nakamura',
    'laura.schmid',
  ]),
  team('data-reporting', 'Data reporting', 'none', ['omar.farouk']),
];
