export * from './createPagerDutyHandlers';
export * from './pagerdutyVendor';
