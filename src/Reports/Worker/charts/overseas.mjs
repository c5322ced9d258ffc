// The overseas departments, in the order of their row below the mainland: their codes in each division.
export const overseas = [
  { departements: "971", regions: "01", latitude: 16, name: "Guadeloupe" },
  { departements: "972", regions: "02", latitude: 15, name: "Martinique" },
  { departements: "973", regions: "03", latitude: 4, name: "Guyane" },
  { departements: "974", regions: "04", latitude: -21, name: "La Réunion" },
  { departements: "976", regions: "06", latitude: -13, name: "Mayotte" },
];
