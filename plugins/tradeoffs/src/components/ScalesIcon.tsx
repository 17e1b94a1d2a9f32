import SvgIcon, { type SvgIconProps } from '@material-ui/core/SvgIcon';

/** A pair of scales: the mark of tradeoffs, which the kit's icons lack. */
export function ScalesIcon(props: SvgIconProps) {
  return (
    <SvgIcon {...props}>
      <path d="M13 5.83V3h-2v2.83L4.6 7.3l.44 1.95.86-.2L3 15.5C3 17.43 4.79 19 7 19s4-1.57 4-3.5L8.36 8.49 11 7.88V19H8v2h8v-2h-3V7.42l3.16-.73L13.5 13.5c0 1.93 1.79 3.5 4 3.5s4-1.57 4-3.5l-2.86-7.37.76-.18-.44-1.94zM7 10.6l1.9 4.9H5.1zm10.5-2 1.9 4.9h-3.8z" />
    </SvgIcon>
  );
}
