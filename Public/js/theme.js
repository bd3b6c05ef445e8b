// Sets the chosen theme before the first paint, so that nothing flashes: the one script that is no module.
(() => {
  try {
    const theme = JSON.parse(localStorage.getItem("roster.theme"));
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Without storage the system's theme is right.
  }
})();
