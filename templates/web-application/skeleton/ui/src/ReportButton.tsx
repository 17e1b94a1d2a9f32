import { useEffect, useState } from 'react';
import { api, type Report } from './api.js';

/** Asks for a report and says when it is there. */
export function ReportButton(props: { onProblem: (problem: string) => void }) {
  const [report, setReport] = useState<Report>();
  const waitingFor = report?.status === 'waiting' ? report.id : undefined;

  useEffect(() => {
    return waitingFor === undefined
      ? undefined
      : api.followReport(waitingFor, setReport);
  }, [waitingFor]);

  return (
    <p>
      <button
        disabled={waitingFor !== undefined}
        onClick={() => {
          api
            .requestReport()
            .then(setReport)
            .catch(error => props.onProblem(String(error.message)));
        }}
      >
        Make a report
      </button>{' '}
      <span aria-live="polite">
        {report?.status === 'waiting' && 'The report is being made.'}
        {report?.status === 'failed' && 'The report could not be made.'}
        {report?.status === 'ready' && (
          <a href={`/api/reports/${report.id}/content`}>
            The report is ready: items.csv
          </a>
        )}
      </span>
    </p>
  );
}
