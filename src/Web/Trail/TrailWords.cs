using System.Text.Json;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Trail;

/// <summary>Acts of the trail, and what they changed, in words.</summary>
internal static class TrailWords
{
    private const int SealLength = 64;
    private const int ShortSeal = 12;

    /// <summary>The acts that a filter offers.</summary>
    public static readonly IReadOnlyList<string> Acts =
    [
        "submissions.save", "submissions.comment", "submissions.send-back", "submissions.assign", "submissions.change-assignment", "submissions.end-assignment",
        "submissions.carry-over", "submissions.confirm", "evidence.add", "evidence.tie", "evidence.remove", "submissions.sign", "submissions.withdraw", "submissions.import",
        "submissions.reprise", "workbooks.send", "workbooks.import", "reviews.decide", "reviews.validate-many", "reviews.undo", "quality.ask", "quality.answer", "quality.decide",
        "quality.tune", "dashboards.peer-names", "publications.create", "publications.write-text", "publications.sign-text", "publications.identity", "publications.approve", "publications.refuse", "publications.publish",
        "reviews.accept", "reviews.undo-acceptance", "reviews.save-filter", "reviews.drop-filter", "reviews.keep-reason", "reviews.drop-reason", "reviews.look", "campaigns.choose",
        "campaigns.open", "campaigns.change-calendar", "campaigns.extend", "campaigns.withdraw-extension", "campaigns.close", "organizations.import",
        "organizations.reorganize", "frameworks.load", "frameworks.priorities", "frameworks.texts", "consolidation.rebuild", "accounts.invite",
        "accounts.withdraw-invitation", "accounts.open", "accounts.give", "accounts.delegate", "accounts.withdraw-delegation", "accounts.remove",
        "accounts.enable", "accounts.disable", "accounts.make-reset-link", "accounts.reset-password", "accounts.change-password",
        "accounts.ask-email", "accounts.change-email", "accounts.set-second-factor", "accounts.remove-second-factor", "accounts.reset-second-factor",
        "accounts.renew-codes", "accounts.require-second-factor", "disclosure.change-threshold", "accounts.join", "outbox.choose", "reminders.add-rule", "reminders.switch-rule", "reminders.remove-rule", "reminders.send", "accounts.dismiss-guide", "demonstration.create",
    ];

    /// <summary>An act in words; its code when it has none yet.</summary>
    public static string Of(string act) => T.Find($"trail.act.{act}") ?? act;

    public static bool HasChanges(App.Trail.TrailLine line) => line.Before is not null || line.After is not null;

    /// <summary>What changed: one line a value, with what was there before and what is there after.</summary>
    public static IReadOnlyList<(string Name, string? Before, string? After)> Changes(string? before, string? after)
    {
        var (was, now) = (Values(before), Values(after));
        return [.. was.Keys.Concat(now.Keys).Distinct().Select(name => (NameOf(name), was.GetValueOrDefault(name), now.GetValueOrDefault(name)))];
    }

    // One line a thing: its first value names it, the others are said of it.
    private static (string Head, string Said) Line(JsonElement item)
    {
        var fields = item.EnumerateObject().Where(f => f.Value.ValueKind != JsonValueKind.Null).ToList();
        return (Said(fields[0].Value), string.Join(" ; ", fields.Skip(1).Select(f => T["trail.said", NameOf(f.Name), Said(f.Value)])));
    }

    private static string Said(JsonElement value) => value.ToString() is var text && text.Length == SealLength && text.All(char.IsAsciiHexDigitLower)
        ? text[..ShortSeal] + "…"
        : T.Find($"trail.word.{text}") ?? text;

    private static string NameOf(string name) => T.Find($"trail.key.{name}") ?? name;

    private static Dictionary<string, string?> Values(string? json)
    {
        var values = new Dictionary<string, string?>();
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            Read(document.RootElement, "", values);
        }

        return values;
    }

    private static void Read(JsonElement element, string name, Dictionary<string, string?> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Read(property.Value, name.Length == 0 ? property.Name : $"{name}.{property.Name}", values);
                }

                break;
            case JsonValueKind.Array when element.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Object):
                foreach (var item in element.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object && e.EnumerateObject().Any(f => f.Value.ValueKind != JsonValueKind.Null)))
                {
                    var (head, said) = Line(item);
                    values[head] = said;
                }

                break;
            case JsonValueKind.Array:
                values[name] = string.Join(", ", element.EnumerateArray().Select(e => e.ToString()));
                break;
            case JsonValueKind.Null:
                values[name] = null;
                break;
            default:
                values[name] = element.ToString();
                break;
        }
    }
}
