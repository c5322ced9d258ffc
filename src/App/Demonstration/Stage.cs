using Responsables.Domain.Organizations;

namespace Responsables.App.Demonstration;

/// <summary>How far a dossier has come.</summary>
internal enum Stage { NotStarted, InProgress, Complete, Signed, Returned, Validated, Accepted, Reprise }

/// <summary>How far each body has come in the running year: every state of progress, in each fund.</summary>
internal static class Stages
{
    /// <summary>The running year.</summary>
    public const int RunningYear = 2025;

    /// <summary>The body of the demonstration's contributor and director.</summary>
    public static readonly OrganizationCode Featured = new("cpam-33");

    private static readonly IReadOnlyList<(Stage Stage, decimal Share)> Shares =
    [
        (Stage.NotStarted, 0.12m), (Stage.InProgress, 0.25m), (Stage.Complete, 0.08m), (Stage.Signed, 0.15m), (Stage.Returned, 0.08m),
        (Stage.Validated, 0.25m), (Stage.Accepted, 0.07m),
    ];

    /// <summary>The stage of each body, spread over the shares fund by fund in the order of a draw.</summary>
    public static Dictionary<OrganizationCode, Stage> Of(OrganizationTree tree)
    {
        var stages = new Dictionary<OrganizationCode, Stage>();
        foreach (var fund in tree.Organizations.GroupBy(o => o.Parent))
        {
            var bodies = fund.OrderBy(o => new Draw(o.Code.Value).Unit("stage")).ToList();
            for (var i = 0; i < bodies.Count; i++)
            {
                stages[bodies[i].Code] = At((i + 0.5m) / bodies.Count);
            }
        }

        foreach (var body in PlantedAnomalies.All.Select(a => a.Body).Concat(SoundSurprises.All.Select(s => s.Body)))
        {
            stages[body] = Stage.Signed;
        }

        stages[Featured] = Stage.InProgress;
        stages[Merger.Merged] = Stage.Validated;
        return stages;
    }

    private static Stage At(decimal place)
    {
        foreach (var (stage, share) in Shares)
        {
            if ((place -= share) < 0)
            {
                return stage;
            }
        }

        return Shares[^1].Stage;
    }
}
