export default { site: "https://orbit.example" }
