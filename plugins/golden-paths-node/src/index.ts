/**
 * Renders golden paths from a base and layers, and updates what they made.
 *
 * @packageDocumentation
 */
export * from './answers';
export * from './files';
export * from './path';
export * from './render';
export * from './update';
