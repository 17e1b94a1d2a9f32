/** A Deployment of two instances, one container called like it. */
export const deployment = (name: string, extra = '') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 2
  template:
    metadata:
      labels: { app: ${name} }
    spec:
      containers:
        - name: ${name}
          image: ${name}:v1
${extra}`;

/** A Component of the catalog. */
export const component = (
  name: string,
  annotations = '{}',
  type = 'service',
) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations: ${annotations}
spec: { type: ${type}, owner: a, lifecycle: production }
`;
