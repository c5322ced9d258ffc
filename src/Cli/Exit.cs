using Npgsql;
using Responsables.App.Texts;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

/// <summary>The one place that turns an outcome into an exit status, and its reasons into lines of standard error.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;

    public static async Task<int> OfAsync<T>(Outcome<T> outcome, Func<T, Task> show)
    {
        switch (outcome)
        {
            case Outcome<T>.Done done:
                await show(done.Value);
                return Done;
            case Outcome<T>.Refused refused:
                return Tell(refused.Problems);
            case Outcome<T>.Stale stale:
                return Tell(stale.Problems);
            default:
                return Tell([new Problem("shared.missing", null)]);
        }
    }

    public static int Tell(params IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem.Place is null ? ProblemTexts.Of(problem) : $"{problem.Place} : {ProblemTexts.Of(problem)}");
        }

        return Refused;
    }

    /// <summary>Carries out an act; machinery that is broken or out of reach is told in one line.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception fault) when (fault is NpgsqlException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Tell(new Problem("shared.out-of-reach", null, fault.Message));
        }
    }
}
