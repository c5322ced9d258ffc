using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Json;
using Responsables.Domain.Campaigns;

namespace Responsables.App.Outbox;

/// <summary>Writes messages from their resources, in the language of the person: plain text, with the whole address of each page.</summary>
public sealed class MessageText(MailSettings settings)
{
    private static readonly ResourceManager Words = new("Responsables.App.Outbox.OutboxTexts", typeof(MessageText).Assembly);

    private static readonly Dictionary<string, CultureInfo> Languages = new() { ["fr"] = new("fr-FR"), ["en"] = new("en-GB") };

    /// <summary>One message of several rows: what each says, one after the other.</summary>
    /// <param name="tokens">The secrets of links, by row.</param>
    public (string Subject, string Text) Of(IReadOnlyList<OutboxMessage> rows, string language, IReadOnlyDictionary<Guid, string>? tokens = null)
    {
        var culture = Languages.GetValueOrDefault(language) ?? Languages["fr"];
        var text = new StringBuilder().Append(Word("hello", culture)).Append("\n\n");
        foreach (var row in rows)
        {
            text.Append(Part(row, culture, tokens?.GetValueOrDefault(row.Id))).Append("\n\n");
        }

        if (rows[0].Kind != MessageKind.Security)
        {
            text.Append(Format("foot", culture, [settings.AddressOf("/mon-compte")])).Append('\n');
        }

        return (rows.Count == 1 ? SubjectOf(rows[0], culture) : Word("several.subject", culture), text.ToString().TrimEnd() + "\n");
    }

    /// <summary>What it is about, on one line: also what the log shows.</summary>
    public static string SubjectOf(OutboxMessage row, CultureInfo culture) => Mailbox.OnOneLine(Format(row.Code + ".subject", culture, ArgumentsOf(PayloadOf(row), culture)));

    private string Part(OutboxMessage row, CultureInfo culture, string? token)
    {
        var payload = PayloadOf(row);
        var part = new StringBuilder(Format(row.Code + ".text", culture, ArgumentsOf(payload, culture)).Trim());
        foreach (var line in payload.Lines)
        {
            var said = line.Word is { } word ? Word(word, culture) : "";
            part.Append("\n- ").Append(line.Text.Length == 0 ? said : Mailbox.OnOneLine(line.Text)).Append(line.Text.Length > 0 && said.Length > 0 ? Format("line", culture, [said]) : "");

            if (line.Path is { } path)
            {
                part.Append("\n  ").Append(settings.AddressOf(path));
            }
        }

        if (row.Path is { } page)
        {
            part.Append("\n\n").Append(settings.AddressOf(page)).Append(token);
        }

        return Find(row.Code + ".end", culture) is { } end
            ? part.Append("\n\n").Append(string.Format(culture, end, ArgumentsOf(payload, culture))).ToString()
            : part.ToString();
    }

    private static MessagePayload PayloadOf(OutboxMessage row) => JsonSerializer.Deserialize<MessagePayload>(row.Payload)!;

    private static object[] ArgumentsOf(MessagePayload payload, CultureInfo culture) => [.. payload.Arguments.Select(a => Told(a, culture))];

    private static string Told(string argument, CultureInfo culture)
    {
        // A name that only looks like a day is told as it is.
        if (argument.StartsWith(MessagePayload.DayMark, StringComparison.Ordinal)
            && DateOnly.TryParseExact(argument[MessagePayload.DayMark.Length..], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Day(day, culture);
        }

        if (argument.StartsWith(MessagePayload.InstantMark, StringComparison.Ordinal)
            && DateTimeOffset.TryParse(argument[MessagePayload.InstantMark.Length..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Deadline.Paris));
            return Format("at", culture, [Day(DateOnly.FromDateTime(local.DateTime), culture), local.ToString("HH:mm", CultureInfo.InvariantCulture)]);
        }

        return argument;
    }

    private static string Day(DateOnly day, CultureInfo culture) =>
        day.ToString("d MMMM yyyy", culture) is var text && day.Day == 1 && culture.TwoLetterISOLanguageName == "fr" ? "1er" + text[1..] : day.ToString("d MMMM yyyy", culture);

    private static string Format(string key, CultureInfo culture, object[] arguments) => string.Format(culture, Word(key, culture), arguments);

    private static string Word(string key, CultureInfo culture) => Find(key, culture) ?? throw new InvalidOperationException($"No text of a message: {key}");

    private static string? Find(string key, CultureInfo culture) => Words.GetString(key, culture);
}
