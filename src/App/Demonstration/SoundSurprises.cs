using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>A true figure that surprises: a rule that fires on it is a false alarm, or asks for an explanation that is good.</summary>
/// <param name="Since">The first year in which it is so.</param>
/// <param name="Times">How many times the figure that would have been imagined.</param>
/// <param name="Comment">What the body says about it.</param>
internal sealed record SoundSurprise(OrganizationCode Body, int Since, decimal Times, string Comment, params string[] Variables);

/// <summary>Figures of the demonstration that are right and look wrong. Their dossiers of 2025 are signed and wait for review.</summary>
internal static class SoundSurprises
{
    /// <summary>A body whose figure has been far from its peers' for years: what explained it was accepted in 2024.</summary>
    public static readonly OrganizationCode Pool = new("ugecam-occitanie");

    public static readonly IReadOnlyList<SoundSurprise> All =
    [
        new(Pool, 2022, 5, "Bassin de rééducation, rempli toute l’année.", "eau_m3"),
        new(new("caf-13"), Stages.RunningYear, 0.58m, "Isolation du siège et pompe à chaleur depuis janvier.", "energie_chauffage_kwh"),
        new(new("carsat-bretagne"), Stages.RunningYear, 1.7m, "Fuite enterrée pendant quatre mois, réparée en octobre.", "eau_m3"),
        new(new("urssaf-alsace"), Stages.RunningYear, 0.62m, "Déménagement au printemps dans un bâtiment plus petit.", "surface_m2", "energie_chauffage_kwh", "energie_hors_chauffage_kwh"),
    ];

    public static void Write(Framework framework, Draft draft)
    {
        foreach (var surprise in All.Where(s => s.Body == draft.Body.Place.Code && s.Since <= draft.Year))
        {
            foreach (var variable in surprise.Variables.Select(v => framework.FindVariable(new VariableCode(v))).OfType<Variable>())
            {
                Change(draft, variable, surprise);
            }
        }
    }

    private static void Change(Draft draft, Variable variable, SoundSurprise surprise)
    {
        var cells = variable.BrokenDown.Where(c => draft.Find(variable.Code, c)?.State == AnswerState.Given).ToList();
        foreach (var cell in cells)
        {
            draft.Number(variable.Code.Value, cell.Value, decimal.Round(draft[variable.Code.Value, cell.Value] * surprise.Times));
        }

        if (draft.Find(variable.Code, CellKey.Total) is { State: AnswerState.Given } total)
        {
            var value = cells.Count > 0 ? cells.Sum(c => draft[variable.Code.Value, c.Value]) : decimal.Round(draft[variable.Code.Value] * surprise.Times);
            draft.Number(variable.Code.Value, value);
            draft.Replace(draft.Find(variable.Code, CellKey.Total)! with { Comment = surprise.Comment });
        }
    }
}
