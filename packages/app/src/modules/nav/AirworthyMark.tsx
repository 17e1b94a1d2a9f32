import SvgIcon, { type SvgIconProps } from '@material-ui/core/SvgIcon';

/** Three chevrons: the shape of the highest level. */
export function AirworthyMark(props: SvgIconProps) {
  return (
    <SvgIcon viewBox="0 0 24 24" {...props}>
      <path d="M12 2 3 8.5v3.6l9-6.5 9 6.5V8.5zM12 8.5 3 15v3.6l9-6.5 9 6.5V15zM12 15l-5.9 4.3v2.7h3.2L12 18.6l2.7 3.4h3.2v-2.7z" />
    </SvgIcon>
  );
}
