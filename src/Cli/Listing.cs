using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

internal enum ListFormat { Json, Csv }

/// <summary>A column of a listing.</summary>
/// <param name="InCsv">Whether the CSV has it too.</param>
internal sealed record Column<T>(string Name, Func<T, object?> Of, bool InCsv = true);

/// <summary>Writes rows to standard output as they come: a JSON array with decimals as strings, or CSV with comma, LF, no BOM, header first.</summary>
internal static class Listing
{
    private const int FlushAt = 1 << 16;

    public static Option<ListFormat> Format(ListFormat @default) =>
        Choices.Option("--format", Words.Of("option.format"), @default);

    public static Task WriteAsync<T>(ListFormat format, IReadOnlyList<Column<T>> columns, params IEnumerable<T> rows) =>
        WriteAsync(format, columns, rows.ToAsyncEnumerable());

    public static async Task WriteAsync<T>(ListFormat format, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows)
    {
        await using var output = Console.OpenStandardOutput();
        if (format == ListFormat.Json)
        {
            await JsonAsync(output, columns, rows);
        }
        else
        {
            await CsvAsync(output, [.. columns.Where(c => c.InCsv)], rows);
        }
    }

    /// <summary>The text of a value, the same in both formats; null when there is none.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => IsoDay.Of(day),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        decimal number => Domain.Submissions.NumberInput.Canonical(number),
        bool flag => flag ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static async Task JsonAsync<T>(Stream output, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows)
    {
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartArray();
        await foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var column in columns)
            {
                Write(json, column.Name, column.Of(row));
            }

            json.WriteEndObject();
            if (json.BytesPending > FlushAt)
            {
                await json.FlushAsync();
            }
        }

        json.WriteEndArray();
        await json.FlushAsync();
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: json.WriteNumber(name, number); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            default: json.WriteString(name, Text(value)); break;
        }
    }

    private static async Task CsvAsync<T>(Stream output, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(false), FlushAt) { NewLine = "\n" };
        await text.WriteLineAsync(string.Join(',', columns.Select(c => c.Name)));
        await foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (i > 0)
                {
                    text.Write(',');
                }

                text.Write(Cell(columns[i].Of(row)));
            }

            text.Write('\n');
        }
    }

    // A number is never guarded: a negative one is not a formula.
    private static string Cell(object? value)
    {
        var cell = Text(value) ?? "";
        cell = value is string ? App.Submissions.SpreadsheetGuard.Guarded(cell) : cell;
        return cell.AsSpan().ContainsAny("\",\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
