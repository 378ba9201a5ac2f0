import { Table, type TableScrollContainerProps } from '@mantine/core';

interface WideTableProps extends Pick<TableScrollContainerProps, 'maxHeight' | 'maw'> {
  readonly name: string;
  /** Below this many pixels it scrolls by itself, and the page does not. */
  readonly minWidth: number;
  readonly children: TableScrollContainerProps['children'];
}

/** What a table scrolls in, by the keyboard too, so that it has a name. A group: a page of tables is no page of landmarks. */
export function WideTable({ name, ...rest }: WideTableProps) {
  return (
    <Table.ScrollContainer
      w="100%"
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': name } }}
      {...rest}
    />
  );
}
