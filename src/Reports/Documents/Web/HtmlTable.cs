namespace Responsables.Reports.Documents.Web;

/// <summary>A table of a page: what each column and row is of, said to whoever hears it.</summary>
internal static class HtmlTable
{
    public static void Write(HtmlMarkup page, DataTable table)
    {
        page.Open("div", ("class", "scroll"), ("role", "region"), ("aria-label", table.Caption), ("tabindex", "0"));
        page.Open("table", ("id", table.Anchor)).Element("caption", table.Caption).Raw("<thead>\n<tr>");
        foreach (var column in table.Columns)
        {
            page.Element("th", column.Header, ("scope", "col"), ("class", column.IsNumber ? "num" : null));
        }

        page.Raw("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            if (row.IsGroup)
            {
                page.Raw("</tbody>\n<tbody>\n<tr>").Element("th", row.Cells[0].Text, ("scope", "rowgroup"), ("colspan", $"{table.Columns.Count}"), ("class", "group")).Raw("</tr>\n");
                continue;
            }

            page.Open("tr", ("class", row.IsStrong ? "total" : null)).Element("th", row.Cells[0].Text, ("scope", "row"));
            for (var i = 1; i < row.Cells.Count; i++)
            {
                page.Element("td", row.Cells[i].Text, ("class", table.Columns[i].IsNumber ? "num" : null));
            }

            page.Close("tr");
        }

        page.Raw("</tbody>\n").Close("table").Close("div");
        foreach (var note in table.Notes)
        {
            page.Element("p", note, ("class", "small"));
        }
    }
}
