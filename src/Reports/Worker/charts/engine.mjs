// The parts of ECharts that our charts are drawn with, and no other: the same in the browser and in the worker.
import { CustomChart, LineChart, MapChart } from "echarts/charts";
import { GraphicComponent, GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { getMap, init, registerMap, use } from "echarts/core";

use([CustomChart, LineChart, MapChart, GraphicComponent, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export { getMap, init, registerMap };
