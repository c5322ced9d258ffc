using Responsables.App.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Demonstration;

/// <summary>What one branch of the demonstration adds to the framework for its own bodies, and what they answer. Both are invented.</summary>
internal static class BranchPlan
{
    public const string Branch = "Famille";

    /// <summary>The first year that asks it.</summary>
    public const int Since = 2024;

    private const string Prefix = "fam";
    private const string Title = "Schéma directeur RSO 2024-2027 (démonstration)";
    private const string Desks = "fam_part_des_accueils_accessibles_en_langue", Charter = "fam_charte_de_l_achat_local_signee";

    private static readonly IReadOnlyList<NewIndicator> Indicators =
    [
        new(
            "E5.1.1", "Part des accueils accessibles en langue des signes", NewIndicatorShape.Share, Direction.Up,
            "Accueils équipés d’une traduction simultanée, sur place ou à distance.", "accueils", "Accueils équipés au 31/12", "Un point d’accueil partagé compte pour un.",
            "Accueils ouverts au public au 31/12", null),
        new(
            "E4.1.1", "Charte de l’achat local signée", NewIndicatorShape.YesNo, Direction.Up, null, "", "La charte de l’achat local de la branche est signée", null, "", null),
    ];

    /// <summary>The file of the branch, made by the form that its coordinator would fill in.</summary>
    public static string Yaml(Framework framework)
    {
        string? text = null;
        foreach (var indicator in Indicators)
        {
            text = ((Outcome<string>.Done)SupplementText.With(text, framework, Branch, Prefix, Title, indicator)).Value;
        }

        return text!;
    }

    public static void Write(Draft draft)
    {
        if (draft.Year < Since || draft.Body.Place.Branch != Branch)
        {
            return;
        }

        var desks = 1 + decimal.Floor(draft["effectif_physique_3112"] / 90);
        draft.Number(Desks + "_total", desks);
        draft.Number(Desks, decimal.Floor(desks * Math.Min(1, draft.Draw.Between(0.2m, 0.6m, "accueils") + (0.12m * (draft.Year - Since)))));
        draft.YesNo(Charter, draft.Draw.Unit("charte") < 0.4m + (0.15m * (draft.Year - Since)));
    }
}
