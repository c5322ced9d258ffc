using System.Globalization;

namespace Responsables.App.Demonstration;

/// <summary>What the federation of the demonstration writes before its figures, which stand in it by their codes.</summary>
internal static class Forewords
{
    public static string Of(int year) => string.Create(CultureInfo.InvariantCulture, $$"""
        Ce rapport rassemble les réponses de {reponses:rso-gouv-responsable-rso} pour {{year}}. Elles ont été signées par chaque direction, puis validées par chaque caisse nationale.

        Les émissions de gaz à effet de serre {varient:rso-env-ges:{{year - 1}}}. Le taux d’emploi des personnes en situation de handicap s’établit à {valeur:rso-soc-handicap-taux-emploi}.

        Fédération, organismes et chiffres sont inventés pour la démonstration.
        """);
}
