namespace Responsables.Domain.Shared;

/// <summary>What came of a command: done, or one of three ways in which it was not. Refusals are values; exceptions are bugs.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    /// <summary>It was done, and this is what it gave.</summary>
    public sealed record Done(T Value) : Outcome<T>;

    /// <summary>What it was about does not exist, or may not be seen by whoever asked: the two look the same.</summary>
    public sealed record Missing : Outcome<T>;

    /// <summary>Nothing was changed, for these reasons, all said at once.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : Outcome<T>;

    /// <summary>Nothing was changed: what the command was based on has been changed by somebody else since.</summary>
    public sealed record Stale(IReadOnlyList<Problem> Problems) : Outcome<T>;
}

/// <summary>Short ways to write an outcome.</summary>
public static class Outcome
{
    public static Outcome<T> Done<T>(T value) => new Outcome<T>.Done(value);

    public static Outcome<T> Missing<T>() => new Outcome<T>.Missing();

    public static Outcome<T> Refused<T>(IReadOnlyList<Problem> problems) => new Outcome<T>.Refused(problems);

    public static Outcome<T> Refused<T>(params Problem[] problems) => new Outcome<T>.Refused(problems);
}
