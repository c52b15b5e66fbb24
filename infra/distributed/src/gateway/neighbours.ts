import type { Service } from '@jiandu/eventing';
import { addressSetting, type DistributedSettings, serviceNames } from '@jiandu/host';

/** A service as the gateway reaches it. */
export interface Neighbour {
  readonly name: string;
  /** Without a slash at the end. */
  readonly url: string;
  /** Whether policies of other services react to its events. */
  readonly followed: boolean;
  /** Whether it has policies. */
  readonly reacts: boolean;
}

/** Finds every service at its address. */
export function neighboursOf(
  services: readonly Service[],
  addressOf: (service: string) => string,
): readonly Neighbour[] {
  return services.map(({ name, policies }) => ({
    name,
    url: addressOf(name).replace(/\/$/, ''),
    followed: services.some((other) => other.name !== name && reactsTo(other, name)),
    reacts: policies.length > 0,
  }));
}

function reactsTo(service: Service, name: string): boolean {
  return service.policies.some(({ from }) => from.includes(name));
}

/** The address that the settings give. */
export function addressIn(settings: DistributedSettings): (service: string) => string {
  return (service) => {
    const name = serviceNames.find((each) => each === service);
    const address = name === undefined ? undefined : settings[addressSetting(name)];
    if (address === undefined) throw new Error(`the gateway is not told where ${service} is`);
    return address;
  };
}
