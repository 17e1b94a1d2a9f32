import { isRecord, listAt, stringAt, stringsAt } from '../../json/values';
import type { NodePath } from '../../yaml';
import type { ObjectSet } from '../objects';
import type { Workload } from './Workload';

/** A volume that only one instance, or one node, can use. */
export interface SingleWriterVolume {
  name: string;
  /** From the pod spec. */
  path: NodePath;
}

/** The volumes of a workload that keep it from running several times. */
export interface Volumes {
  singleWriter: SingleWriterVolume[];
  /** Claims that are not among the objects: how they are accessed is unknown. */
  unknownClaims: string[];
}

/** Access modes with which several nodes can mount a claim. */
const SHARED_MODES = new Set(['ReadWriteMany', 'ReadOnlyMany']);

/** Looks at the volumes of a workload; claim templates are one for each pod. */
export function readVolumes(workload: Workload, objects: ObjectSet): Volumes {
  const singleWriter: SingleWriterVolume[] = [];
  const unknownClaims: string[] = [];
  for (const [index, volume] of listAt(workload.podSpec, 'volumes').entries()) {
    const name = stringAt(volume, 'name') ?? `volumes[${index}]`;
    const path = ['volumes', index];
    if (isRecord(volume) && isRecord(volume.hostPath)) {
      singleWriter.push({ name, path });
      continue;
    }
    const claimName = stringAt(volume, 'persistentVolumeClaim', 'claimName');
    if (claimName === undefined) {
      continue;
    }
    const [claim] = objects.named('PersistentVolumeClaim', claimName, workload);
    if (!claim) {
      unknownClaims.push(claimName);
    } else if (
      !stringsAt(claim.object, 'spec', 'accessModes').some(mode =>
        SHARED_MODES.has(mode),
      )
    ) {
      singleWriter.push({ name, path });
    }
  }
  return { singleWriter, unknownClaims };
}
