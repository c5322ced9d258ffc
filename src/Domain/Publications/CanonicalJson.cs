using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Responsables.Domain.Publications;

/// <summary>
/// JSON in one form only, so that the same content is the same bytes: RFC 8785 (members sorted by their UTF-16 units, no space, nothing escaped that need not be).
/// An edition writes whole numbers only, decimals are texts; a number with decimals is written exactly, without an exponent nor trailing zeros.
/// </summary>
public static class CanonicalJson
{
    private const string Plain = "0.############################";

    /// <summary>The bytes (UTF-8, no byte order mark). Throws <see cref="FormatException"/> for a number beyond what a decimal holds.</summary>
    public static byte[] Bytes(JsonElement element)
    {
        var text = new StringBuilder();
        Write(text, element);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Appends an element.</summary>
    public static void Write(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMany(text, '{', '}', element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal), member =>
                {
                    WriteText(text, member.Name);
                    text.Append(':');
                    Write(text, member.Value);
                });
                break;
            case JsonValueKind.Array:
                WriteMany(text, '[', ']', element.EnumerateArray(), item => Write(text, item));
                break;
            case JsonValueKind.String:
                WriteText(text, element.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(NumberOf(element).ToString(Plain, CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    /// <summary>Appends a text between quotes.</summary>
    public static void WriteText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }

    private static decimal NumberOf(JsonElement element) => decimal.TryParse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException(element.GetRawText());

    private static void WriteMany<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
            {
                text.Append(',');
            }

            isFirst = false;
            write(item);
        }

        text.Append(close);
    }
}
