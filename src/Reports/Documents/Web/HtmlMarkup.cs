using System.Text;

namespace Responsables.Reports.Documents.Web;

/// <summary>Elements of a page, opened and closed; whatever is given as a text is one.</summary>
internal sealed class HtmlMarkup
{
    private readonly StringBuilder written = new();

    public HtmlMarkup Raw(string markup)
    {
        written.Append(markup);
        return this;
    }

    /// <summary>A text; a new line in it is one.</summary>
    public HtmlMarkup Text(string text)
    {
        written.Append(Escaped(text).Replace("\n", "<br>", StringComparison.Ordinal));
        return this;
    }

    public HtmlMarkup Open(string name, params (string Name, string? Value)[] attributes)
    {
        written.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                written.Append(' ').Append(attribute).Append("=\"").Append(Escaped(value)).Append('"');
            }
        }

        written.Append('>');
        return this;
    }

    public HtmlMarkup Close(string name)
    {
        written.Append("</").Append(name).Append(">\n");
        return this;
    }

    public HtmlMarkup Element(string name, string text, params (string Name, string? Value)[] attributes) => Open(name, attributes).Text(text).Close(name);

    public override string ToString() => written.ToString();

    private static string Escaped(string text) => Packages.OfficeText.Written(text)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
