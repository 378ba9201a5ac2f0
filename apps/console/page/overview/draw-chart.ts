import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// On canvas: the style attributes of drawn SVG would be kept out by the security policy.
register([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

export interface Drawing {
  show(option: EChartsCoreOption): void;
  close(): void;
}

/** Draws in an element, as large as it is. */
export function openDrawing(element: HTMLElement): Drawing {
  // As sharp on paper as on a screen.
  const chart = init(element, null, { devicePixelRatio: Math.max(2, devicePixelRatio) });
  const watching = new ResizeObserver(() => chart.resize());
  watching.observe(element);
  return {
    show: (option) => chart.setOption(option, true),
    close() {
      watching.disconnect();
      chart.dispose();
    },
  };
}
