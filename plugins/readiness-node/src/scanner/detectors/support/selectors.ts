import { isObject, listAt, objectAt, stringAt } from './values';

/** Whether a Kubernetes label selector selects an object with these labels. */
export function selectsLabels(
  selector: unknown,
  labels: Record<string, unknown>,
): boolean {
  if (!isObject(selector)) {
    return false;
  }
  const exact = Object.entries(objectAt(selector, 'matchLabels')).every(
    ([label, value]) => String(labels[label]) === String(value),
  );
  return (
    exact &&
    listAt(selector, 'matchExpressions').every(expression => {
      const label = stringAt(expression, 'key') ?? '';
      const present = Object.prototype.hasOwnProperty.call(labels, label);
      const values = listAt(expression, 'values').map(String);
      switch (stringAt(expression, 'operator')) {
        case 'In':
          return present && values.includes(String(labels[label]));
        case 'NotIn':
          return !present || !values.includes(String(labels[label]));
        case 'Exists':
          return present;
        case 'DoesNotExist':
          return !present;
        default:
          return false;
      }
    })
  );
}
