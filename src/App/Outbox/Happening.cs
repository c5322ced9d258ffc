using Responsables.Domain.Organizations;

namespace Responsables.App.Outbox;

/// <summary>Whom something concerns, of those around a body.</summary>
[Flags]
public enum Audience
{
    None = 0,
    Contributors = 1,

    /// <summary>Directors, and those to whom they delegated the signature for the time being.</summary>
    Directors = 2,

    /// <summary>The level that reviews the body: the coordinators of its fund, else the federation.</summary>
    Reviewer = 4,
    Federation = 8,
    Body = Contributors | Directors,
}

/// <summary>Something that happened, to be told to those whom it concerns.</summary>
/// <param name="Code">Beginning of the keys of its texts (<c>OutboxTexts</c>).</param>
/// <param name="Path">The page that it leads to, from the root of the site.</param>
/// <param name="Arguments">What the text quotes, in its order. Never a figure.</param>
public sealed record Happening(MessageKind Kind, string Code, Place Body, Audience To, string Path, params string[] Arguments)
{
    /// <summary>Accounts to tell beside the audience.</summary>
    public IReadOnlyCollection<Guid> Also { get; init; } = [];

    public IReadOnlyList<MessageLine> Lines { get; init; } = [];
}

/// <summary>A line of a list in a message.</summary>
/// <param name="Word">Key of what is said of it, after its name; null: nothing.</param>
/// <param name="Path">Where it leads; null: nowhere.</param>
public sealed record MessageLine(string Text, string? Word = null, string? Path = null);

/// <summary>What a message quotes. Days and instants are written <c>day:2026-03-31</c> and <c>at:2026-03-31T21:59:59Z</c>, to be told in the language of the person.</summary>
public sealed record MessagePayload(IReadOnlyList<string> Arguments, IReadOnlyList<MessageLine> Lines)
{
    public const string DayMark = "day:";
    public const string InstantMark = "at:";

    public static string Of(DateOnly day) => DayMark + day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset at) => InstantMark + at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
