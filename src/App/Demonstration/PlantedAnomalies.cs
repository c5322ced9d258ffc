using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>How a planted figure is wrong.</summary>
internal enum Slip { ThousandTimesTooSmall, ThousandTimesTooLarge, CopiedFromLastYear, SiteForgotten, MonthForgotten, HoursForDays }

/// <summary>A mistake put on purpose into the running year.</summary>
/// <param name="Done">What was done, for whoever looks for it.</param>
/// <param name="Comment">What the body says about it when a check asks: a poor explanation, for a reviewer to see through.</param>
internal sealed record PlantedAnomaly(OrganizationCode Body, Slip Slip, string Done, string Comment, params string[] Variables);

/// <summary>Every mistake planted in 2025. All are in dossiers that are signed and wait for review.</summary>
internal static class PlantedAnomalies
{
    private const decimal KeptWithoutTheSite = 0.62m;
    private const decimal HoursInADay = 7;

    public static readonly IReadOnlyList<PlantedAnomaly> All =
    [
        new(new("cpam-69"), Slip.ThousandTimesTooSmall, "energy in MWh instead of kWh", "Relevé des factures.", "energie_chauffage_kwh", "energie_hors_chauffage_kwh"),
        new(new("caf-59"), Slip.ThousandTimesTooSmall, "amounts in k€ instead of €", "Extraction de l’outil d’achats.", "montant_marches_recenses", "montant_marches_pme"),
        new(new("cpam-21"), Slip.CopiedFromLastYear, "energy of 2024 copied as it was", "Valeur vérifiée.", "energie_chauffage_kwh", "energie_hors_chauffage_kwh"),
        new(new("carsat-sud-est"), Slip.SiteForgotten, "a site left out of energy and water", "Baisse constatée sur les compteurs.", "energie_chauffage_kwh", "energie_hors_chauffage_kwh", "eau_m3"),
        new(new("cpam-54"), Slip.ThousandTimesTooLarge, "paper in kg instead of tonnes", "Achats de l’année.", "papier_tonnes"),
        new(new("urssaf-bretagne"), Slip.CopiedFromLastYear, "vehicles and water of 2024 copied as they were", "Valeur vérifiée.", "nb_vehicules", "emission_moyenne_g_km", "eau_m3"),
        new(new("ugecam-normandie"), Slip.SiteForgotten, "the water of a site left out", "Compteur relevé en fin d’année.", "eau_m3"),
        new(new("caf-35"), Slip.ThousandTimesTooLarge, "water in litres instead of m³", "Relevé de compteur.", "eau_m3"),
        new(new("caf-67"), Slip.MonthForgotten, "a month of invoices left out of energy", "Relevé des factures.", "energie_chauffage_kwh", "energie_hors_chauffage_kwh"),
        new(new("carsat-aquitaine"), Slip.HoursForDays, "short absences in hours instead of days", "Extraction de l’outil de paie.", "jours_absence_courte"),
    ];

    public static void Write(Framework framework, Draft draft, Answers? previous)
    {
        foreach (var planted in draft.Year == Stages.RunningYear ? All.Where(a => a.Body == draft.Body.Place.Code) : [])
        {
            foreach (var variable in planted.Variables.Select(v => framework.Variable(new VariableCode(v))))
            {
                Spoil(draft, variable, planted, previous);
            }
        }
    }

    private static void Spoil(Draft draft, Variable variable, PlantedAnomaly planted, Answers? previous)
    {
        var cells = variable.BrokenDown.ToList();
        foreach (var cell in cells.Count > 0 ? cells : [CellKey.Total])
        {
            var value = draft.Find(variable.Code, cell) is { Value: { } text } ? NumberInput.Plain(text) : null;
            var wrong = planted.Slip switch
            {
                Slip.ThousandTimesTooSmall => decimal.Round((value ?? 0) / 1000),
                Slip.ThousandTimesTooLarge => (value ?? 0) * 1000,
                Slip.HoursForDays => (value ?? 0) * HoursInADay,
                Slip.MonthForgotten => decimal.Round((value ?? 0) * 11 / 12),
                Slip.SiteForgotten => decimal.Round((value ?? 0) * KeptWithoutTheSite),
                _ => previous?[variable.Code, cell] is { Value: { } before } ? NumberInput.Plain(before)!.Value : value ?? 0,
            };
            draft.Number(variable.Code.Value, cell.Value, wrong);
        }

        if (cells.Count > 0)
        {
            draft.Number(variable.Code.Value, cells.Sum(c => draft[variable.Code.Value, c.Value]));
        }

        draft.Replace(draft.Find(variable.Code, CellKey.Total)! with { Comment = planted.Comment });
    }
}
