namespace Responsables.Domain.Reviews;

/// <summary>How far a figure moved since the year before.</summary>
public static class Variation
{
    /// <summary>Relative change from which a reviewer looks first.</summary>
    public const decimal Large = 0.2m;

    /// <summary>Relative change; null when there is nothing to compare with, or when a change from zero has no relative size.</summary>
    public static decimal? Of(decimal? now, decimal? before) => (now, before) switch
    {
        (null, _) or (_, null) => null,
        (0m, 0m) => 0,
        (_, 0m) => null,
        var (value, past) => (value!.Value - past!.Value) / Math.Abs(past.Value),
    };

    /// <summary>Whether it moved by more than <see cref="Large"/>, or from zero to something.</summary>
    public static bool IsLarge(decimal? now, decimal? before) =>
        now is not null && before is not null && (Of(now, before) is { } change ? Math.Abs(change) > Large : now != before);
}
